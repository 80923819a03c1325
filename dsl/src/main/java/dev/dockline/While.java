package dev.dockline;

/** What is done to those who may write while a backup reads. */
public enum While {
    /** They are paused for the time it takes, and always go on afterwards. */
    PAUSED
}
