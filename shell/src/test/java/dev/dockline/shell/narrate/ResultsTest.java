package dev.dockline.shell.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dockline.Outcome;
import dev.dockline.view.Style;
import dev.dockline.view.Table;
import dev.dockline.view.Tabular;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private final Results results = new Results(Style.PLAIN);

    private String text(Object value) {
        return results.of(value).text();
    }

    @Test
    void nothing_is_said_of_nothing() {
        assertThat(text(null)).isEmpty();
        assertThat(text(new Outcome(0, "shown already", ""))).isEmpty();
    }

    @Test
    void of_an_outcome_the_failure() {
        assertThat(text(new Outcome(3, "shown already", ""))).isEqualTo("exit 3");
    }

    @Test
    void strings_are_plain() {
        assertThat(text("a \"b\"\n")).isEqualTo("a \"b\"\n");
    }

    @Test
    void tables_are_drawn() {
        Tabular tabular = () -> Table.of("A", "B").row(1, 2);
        assertThat(text(tabular)).isEqualTo("A  B\n1  2\n");
    }

    @Test
    void json_is_indented() throws Exception {
        assertThat(text(new ObjectMapper().readTree("{\"a\":[1]}"))).isEqualTo("{\n  \"a\" : [ 1 ]\n}");
    }

    @Test
    void collections_stand_on_a_line_or_one_element_on_each() {
        assertThat(text(List.of(1, 2))).isEqualTo("[1, 2]");
        assertThat(text(Map.of("a", 1))).isEqualTo("{a=1}");
        assertThat(text(new int[][] {{1, 2}, {}})).isEqualTo("[[1, 2], []]");
        assertThat(text(List.of("a\nb", "c"))).isEqualTo("[\n  a\nb,\n  c\n]");
        assertThat(text(Collections.nCopies(30, "abc"))).hasLineCount(32);
    }

    @Test
    void of_very_many_the_first_and_how_many_there_are() {
        var text = text(Collections.nCopies(5000, 7));
        assertThat(text).hasLineCount(1003).endsWith("  7,\n  ... and 4000 more, 5000 in all\n]");
    }

    private record Long(String first, List<Integer> second) {}

    @Test
    void a_record_stands_on_a_line_or_one_component_on_each() {
        assertThat(text(new Long("a", List.of(1)))).isEqualTo("Long[first=a, second=[1]]");
        assertThat(text(new Long("a".repeat(60), List.of(1, 2))))
                .isEqualTo("Long(\n  first=" + "a".repeat(60) + ",\n  second=[1, 2]\n)");
    }

    @Test
    void what_has_no_text_of_its_own_is_never_shown_as_a_number() {
        Runnable nothing = () -> {};
        assertThat(text(nothing)).isEqualTo("Runnable object, which has no text of its own");
        assertThat(text(List.of(new Object()))).isEqualTo("[Object object, which has no text of its own]");
        assertThat(text(List.of(1).stream())).isEqualTo("a stream; .toList() at its end shows what comes out of it");
    }
}
