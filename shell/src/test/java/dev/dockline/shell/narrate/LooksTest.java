package dev.dockline.shell.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.view.Style;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LooksTest {
    private static Style style(int columns, Map<String, String> environment) {
        return new Looks(environment, StandardCharsets.UTF_8).style(columns);
    }

    @Test
    void a_terminal_has_colour_and_its_own_width() {
        assertThat(style(100, Map.of("TERM", "xterm"))).isEqualTo(new Style(100, true, false));
    }

    @Test
    void a_pipe_has_neither() {
        assertThat(style(0, Map.of("TERM", "xterm"))).isEqualTo(new Style(0, false, false));
    }

    @Test
    void the_environment_is_obeyed() {
        assertThat(style(100, Map.of("NO_COLOR", "1"))).isEqualTo(new Style(100, false, false));
        assertThat(style(100, Map.of("NO_COLOR", ""))).isEqualTo(new Style(100, true, false));
        assertThat(style(100, Map.of("TERM", "dumb"))).isEqualTo(new Style(100, false, false));
        assertThat(style(0, Map.of("CLICOLOR_FORCE", "1"))).isEqualTo(new Style(0, true, false));
        assertThat(style(0, Map.of("CLICOLOR_FORCE", "0"))).isEqualTo(new Style(0, false, false));
        assertThat(style(0, Map.of("COLUMNS", "60"))).isEqualTo(new Style(60, false, false));
        assertThat(style(100, Map.of("COLUMNS", "60"))).isEqualTo(new Style(60, true, false));
        assertThat(style(100, Map.of("COLUMNS", "wide"))).isEqualTo(new Style(100, true, false));
    }

    @Test
    void a_locale_without_arrows_gets_ascii() {
        assertThat(new Looks(Map.of(), StandardCharsets.ISO_8859_1).style(0)).isEqualTo(new Style(0, false, true));
    }
}
