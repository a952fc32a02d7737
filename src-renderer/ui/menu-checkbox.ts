import classes from './menu-checkbox.module.css';

/** Class names for a menu whose choices can be checked beside each other: they show empty boxes. */
export const checkboxMenu = { itemIndicator: classes.indicator ?? '' };
