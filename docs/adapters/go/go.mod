module example.com/my-adapter

go 1.21
