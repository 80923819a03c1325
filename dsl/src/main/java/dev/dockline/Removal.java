package dev.dockline;

/** How far a removal may go. */
public enum Removal {
    /** What runs is killed first. */
    FORCE
}
