package dev.dockline.view;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** A list that a shell shows as a table. */
public final class Listing<T> extends AbstractList<T> implements Tabular {
    private final List<T> items;
    private final Function<List<T>, Table> table;

    /** Copies the items; the function makes the table of them. */
    public Listing(List<T> items, Function<List<T>, Table> table) {
        this.items = List.copyOf(items);
        this.table = table;
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public Table table() {
        return table.apply(items);
    }
}
