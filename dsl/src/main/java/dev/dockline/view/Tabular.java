package dev.dockline.view;

/** What is best shown as a table. */
public interface Tabular {
    /** The table. */
    Table table();
}
