package dev.dockline.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphsTest {
    @Test
    void lines_break_at_blanks_and_keep_those_they_have() {
        assertThat(Paragraphs.wrapped("one two three\n\n    four", 8)).isEqualTo("one two\nthree\n\n    four");
    }

    @Test
    void wide_characters_take_two_columns() {
        assertThat(Paragraphs.wrapped("网页 网页 a", 9)).isEqualTo("网页 网页\na");
        assertThat(Paragraphs.wrapped("网页 网页 a", 11)).isEqualTo("网页 网页 a");
    }

    @Test
    void what_has_no_blank_stays_whole() {
        assertThat(Paragraphs.wrapped("a unix:///very/long/path b", 6)).isEqualTo("a\nunix:///very/long/path\nb");
    }
}
