/**
 * What a value gives away about a company's network; a redacted copy replaces each kind in its own way. `none`: says
 * nothing about one machine.
 */
export type Sensitivity = 'none' | 'name' | 'address' | 'mac' | 'id' | 'serial' | 'tag';
