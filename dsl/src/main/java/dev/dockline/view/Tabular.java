package dev.dockline.view;

/** What is best shown as a table. */
public interface Tabular {
    /** The table. */
    Table table();

    /** The same, asked for anew; itself where it is what it was when asked for. */
    default Tabular again() {
        return this;
    }
}
