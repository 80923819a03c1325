package dev.dockline;

import dev.dockline.state.StatsState;
import dev.dockline.view.Table;
import dev.dockline.view.Tables;
import dev.dockline.view.Tabular;

/**
 * What a container uses, as a table.
 *
 * @param now the numbers
 */
public record Stats(StatsState now) implements Tabular {
    @Override
    public Table table() {
        return Tables.stats(now);
    }
}
