/**
 * A form that two names of files have in common where some disk takes them for one: it ignores capitals (Windows,
 * macOS), or how an accent is encoded (macOS).
 */
export declare function sameNameAs(name: string): string;
