package dev.dockline.embedded.program.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as psql prints them; without columns there is only what the server says at the end. */
final class PsqlTable {
    private static final List<Integer> NUMBERS = List.of(20, 21, 23, 700, 701, 1700);

    private final List<String> names = new ArrayList<>();
    private final List<Boolean> numbers = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    static PsqlTable of(Incoming description) {
        var table = new PsqlTable();
        for (var count = description.int16(); count > 0; count--) {
            table.names.add(description.text());
            description.int32();
            description.int16();
            table.numbers.add(NUMBERS.contains(description.int32()));
            description.int16();
            description.int32();
            description.int16();
        }
        return table;
    }

    void add(Incoming row) {
        var cells = new ArrayList<String>();
        for (var count = row.int16(); count > 0; count--) {
            var bytes = row.bytes(row.int32());
            cells.add(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
        }
        rows.add(cells);
    }

    String printed(String tag, PsqlOptions options) {
        if (names.isEmpty()) return options.quiet() ? "" : tag + "\n";
        return options.aligned() ? aligned(options) : unaligned(options);
    }

    private String unaligned(PsqlOptions options) {
        var lines = new StringBuilder();
        if (!options.tuplesOnly()) lines.append(String.join("|", names)).append('\n');
        rows.forEach(row -> lines.append(String.join("|", row)).append('\n'));
        return options.tuplesOnly() ? lines.toString() : lines + count() + "\n";
    }

    private String aligned(PsqlOptions options) {
        var lines = new StringBuilder();
        if (!options.tuplesOnly()) {
            lines.append(joined(column -> " " + centred(names.get(column), width(column)) + " ", "|"))
                    .append(joined(column -> "-".repeat(width(column) + 2), "+"));
        }
        rows.forEach(row -> lines.append(joined(column -> " " + cell(row, column), " |")));
        return (options.tuplesOnly() ? lines : lines.append(count()).append('\n'))
                .append('\n')
                .toString();
    }

    private String count() {
        return "(" + rows.size() + (rows.size() == 1 ? " row)" : " rows)");
    }

    private String joined(java.util.function.IntFunction<String> part, String between) {
        return IntStream.range(0, names.size()).mapToObj(part).collect(Collectors.joining(between, "", "\n"));
    }

    private int width(int column) {
        var widest =
                rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
        return Math.max(widest, length(names.get(column)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String centred(String text, int width) {
        var left = (width - length(text)) / 2;
        return " ".repeat(left) + text + " ".repeat(width - length(text) - left);
    }

    // The last one is not filled up.
    private String cell(List<String> row, int column) {
        var text = row.get(column);
        var filling = " ".repeat(width(column) - length(text));
        if (numbers.get(column)) return filling + text;
        return column == names.size() - 1 ? text : text + filling;
    }
}
