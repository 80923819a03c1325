package dev.dockline.view;

import java.util.List;

/** HTML for notebooks: it takes the colours of the page, light or dark, and needs no script. */
final class Html {
    private static final String STYLE = "<style>"
            + ".dockline{max-height:32em;overflow:auto}"
            + ".dockline table{border-collapse:collapse;margin:0;background:transparent;color:inherit}"
            + ".dockline th,.dockline td{text-align:left;white-space:pre;padding:.15em .8em;border:0;"
            + "font-family:monospace;font-size:90%;color:inherit;background:transparent}"
            + ".dockline th{position:sticky;top:0;opacity:.65;border-bottom:1px solid currentColor}"
            + ".dockline .new td{color:#2da44e}.dockline .changed td{color:#bf8700}.dockline .gone td{color:#cf222e}"
            + "</style>";

    private Html() {}

    /** A table; a mark before a row has its own column. */
    static String table(List<String> headings, List<Table.Row> rows, List<Integer> columns, boolean marks) {
        var html = new StringBuilder(STYLE).append("<div class=\"dockline\"><table><thead><tr>");
        html.append(marks ? "<th></th>" : "");
        columns.forEach(column ->
                html.append("<th>").append(escaped(headings.get(column))).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (var row : rows) {
            html.append("<tr").append(kind(row.mark())).append('>');
            html.append(marks ? "<td>" + row.mark() + "</td>" : "");
            columns.forEach(column ->
                    html.append("<td>").append(escaped(row.cells().get(column))).append("</td>"));
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    /** Text that keeps its lines and blanks. */
    static String text(String text) {
        return "<pre style=\"white-space:pre;overflow:auto;color:inherit;background:transparent\">" + escaped(text)
                + "</pre>";
    }

    private static String kind(String mark) {
        return switch (mark) {
            case "+" -> " class=\"new\"";
            case "~" -> " class=\"changed\"";
            case "-" -> " class=\"gone\"";
            default -> "";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
