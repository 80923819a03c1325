package dev.dockline.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows under headings, each with an optional mark before it: {@code +} new, {@code ~} changed, {@code -} gone.
 *
 * <pre>{@code
 *     NAME  IMAGE            STATE       PORTS
 *   + web   training/webapp  running 0s  127.0.0.1:32768→5000/tcp
 * }</pre>
 */
public final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    record Row(String mark, List<String> cells) {}

    private final List<String> headings;
    private final List<Row> rows = new ArrayList<>();

    private Table(List<String> headings) {
        this.headings = headings;
    }

    /** An empty table under these headings. */
    public static Table of(String... headings) {
        return new Table(List.of(headings));
    }

    /** Adds a row, a cell for each heading. */
    public Table row(Object... cells) {
        return marked("", cells);
    }

    /** Adds a row with a mark before it. */
    public Table marked(String mark, Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + headings.size() + " headings");
        }
        rows.add(new Row(mark, Arrays.stream(cells).map(Table::text).toList()));
        return this;
    }

    /** Whether there are no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table as lines, each ended; columns in which none of the rows has anything are left out. */
    public String render(Style style) {
        var columns = shownColumns();
        boolean marks = hasMarks();
        var widths = fitted(naturalWidths(columns), style, marks ? 4 : 0);
        var out = new StringBuilder();
        line(out, style, new Row("", headings), columns, widths, marks, Ink.HEADING);
        for (var row : rows) {
            line(out, style, row, columns, widths, marks, Ink.of(row.mark));
        }
        return out.toString();
    }

    /** The table as HTML, in the colours of the page that it is put into; long ones scroll. */
    public String html() {
        return Html.table(headings, rows, shownColumns(), hasMarks());
    }

    private boolean hasMarks() {
        return rows.stream().anyMatch(row -> !row.mark.isEmpty());
    }

    private List<Integer> shownColumns() {
        var columns = new ArrayList<Integer>();
        for (int i = 0; i < headings.size(); i++) {
            int column = i;
            if (i == 0
                    || rows.isEmpty()
                    || rows.stream().anyMatch(row -> !row.cells.get(column).isEmpty())) {
                columns.add(i);
            }
        }
        return columns;
    }

    private int[] naturalWidths(List<Integer> columns) {
        return columns.stream()
                .mapToInt(column -> rows.stream()
                        .mapToInt(row -> Width.of(row.cells.get(column)))
                        .reduce(Width.of(headings.get(column)), Math::max))
                .toArray();
    }

    // Takes a column from the widest cell again and again until all fit: long ones give, short ones stay whole.
    private static int[] fitted(int[] widths, Style style, int indent) {
        int room = style.width() - indent - GAP.length() * (widths.length - 1);
        while (style.width() > 0 && Arrays.stream(widths).sum() > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static void line(
            StringBuilder out, Style style, Row row, List<Integer> columns, int[] widths, boolean marks, Ink ink) {
        var text = new StringBuilder(marks ? (row.mark.isEmpty() ? "    " : "  " + row.mark + " ") : "");
        for (int i = 0; i < widths.length; i++) {
            String cell =
                    Width.fit(Glyphs.shown(row.cells.get(columns.get(i)), style), widths[i], Glyphs.ellipsis(style));
            text.append(cell);
            if (i < widths.length - 1) {
                text.append(" ".repeat(Math.max(0, widths[i] - Width.of(cell)))).append(GAP);
            }
        }
        out.append(ink.on(text.toString().stripTrailing(), style)).append('\n');
    }

    private static String text(Object cell) {
        return cell == null ? "" : Glyphs.harmless(cell.toString());
    }

    @Override
    public String toString() {
        return render(Style.PLAIN);
    }
}
