package dev.dockline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured: printed as it comes, kept in the README's table, or held against what is kept there. */
final class Report {
    private static final String BEGIN = "<!-- figures -->";
    private static final String END = "<!-- end of figures -->";
    // Twice the noise of a small machine.
    private static final double WORSE = 1.5;

    private final List<Row> rows = new ArrayList<>();
    private final String java = "Java " + Runtime.version().feature();

    Report() {
        System.out.printf("%-62s %13s %13s %9s  %s%n", "", "Dockline", "the other", "ratio", "at most");
    }

    void add(Row row) {
        System.out.println(row);
        rows.add(row);
    }

    /** Writes the table anew, with this Java's column of what was measured now. */
    void keep(Path readme, String head) throws IOException {
        var text = Files.readString(readme);
        var table = new LinkedHashMap<>(kept(text));
        for (var row : rows) {
            var line = table.computeIfAbsent(row.what(), what -> new LinkedHashMap<>());
            line.put("at most", row.shownWanted());
            line.put(java, row.shown());
        }
        var written = new StringBuilder(BEGIN)
                .append("\n")
                .append(head)
                .append("\n\n| | at most | Java 17 | Java 25 |\n|---|---|---|---|\n");
        table.forEach((what, line) -> written.append(String.format(
                "| %s | %s | %s | %s |%n",
                what,
                line.getOrDefault("at most", ""),
                line.getOrDefault("Java 17", ""),
                line.getOrDefault("Java 25", ""))));
        var beside = readme.resolveSibling(readme.getFileName() + ".new");
        Files.writeString(beside, text.substring(0, text.indexOf(BEGIN)) + written + text.substring(text.indexOf(END)));
        Files.move(beside, readme, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The ratios that are worse by half than those kept. */
    List<String> worse(Path readme) throws IOException {
        var kept = kept(Files.readString(readme));
        var worse = new ArrayList<String>();
        for (var row : rows) {
            var before = kept.getOrDefault(row.what(), Map.of()).getOrDefault(java, "");
            if (row.isRatio() && !before.isEmpty() && row.value() > WORSE * Double.parseDouble(before)) {
                worse.add(row.what() + ": " + row.shown() + ", and it was " + before);
            }
        }
        return worse;
    }

    private static Map<String, Map<String, String>> kept(String readme) {
        var table = new LinkedHashMap<String, Map<String, String>>();
        readme.substring(readme.indexOf(BEGIN), readme.indexOf(END))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| |"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> {
                    var line = new LinkedHashMap<String, String>();
                    line.put("at most", cells[2].strip());
                    line.put("Java 17", cells[3].strip());
                    line.put("Java 25", cells[4].strip());
                    table.put(cells[1].strip(), line);
                });
        return table;
    }
}
