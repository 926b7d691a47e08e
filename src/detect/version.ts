/**
 * Raise it with every change after which the same dataset and settings may give another `Grouping`: what was kept
 * of a dataset by an older version is then found again.
 */
export const DETECTION_VERSION = 2;
