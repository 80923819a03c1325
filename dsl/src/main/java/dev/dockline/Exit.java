package dev.dockline;

/** Which exit codes of a command are taken for success. */
public enum Exit {
    /** Every one: the {@link Outcome} tells which it was. */
    ANY_EXIT
}
