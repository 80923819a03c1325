package dev.dockline;

/** How far a prune may go. */
public enum Prune {
    /** Volumes and images that have a name, too. */
    ALL
}
