package dev.dockline;

/** What becomes of the data of what is removed. */
public enum Data {
    /** It is kept, under another name. */
    KEEP
}
