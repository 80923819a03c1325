package dev.dockline.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    private static Table table() {
        return Table.of("NAME", "IMAGE", "LINKS")
                .marked("+", "web", "training/webapp", "db")
                .marked("~", "数据库", "training/postgres", "←web");
    }

    @Test
    void columns_are_aligned_by_their_width_on_the_screen() {
        assertThat(table().render(Style.PLAIN)).isEqualTo("""
                    NAME    IMAGE              LINKS
                  + web     training/webapp    db
                  ~ 数据库  training/postgres  ←web
                """);
    }

    @Test
    void the_longest_cells_give_way_where_the_terminal_is_narrow() {
        assertThat(table().render(new Style(30, false, false))).isEqualTo("""
                    NAME    IMAGE        LINKS
                  + web     training/w…  db
                  ~ 数据库  training/p…  ←web
                """);
    }

    @Test
    void a_wide_character_is_never_cut_in_half() {
        assertThat(Table.of("NAME").row("数据库容器").render(new Style(8, false, false)))
                .isEqualTo("NAME\n数据库…\n");
    }

    @Test
    void arrows_become_ascii_where_they_must() {
        assertThat(table().render(new Style(0, false, true))).contains("<-web").doesNotContain("←");
    }

    @Test
    void columns_that_hold_nothing_are_left_out() {
        assertThat(Table.of("NAME", "PORTS", "STATE").row("web", "", "created").render(Style.PLAIN))
                .isEqualTo("NAME  STATE\nweb   created\n");
    }

    @Test
    void colour_marks_whole_lines() {
        assertThat(Table.of("NAME").marked("-", "web").render(new Style(0, true, false)))
                .isEqualTo("\u001b[2m    NAME\u001b[0m\n\u001b[31m  - web\u001b[0m\n");
    }

    @Test
    void control_characters_do_not_reach_the_terminal() {
        assertThat(Table.of("NAME").row("a\u001b[31mb\nc").render(Style.PLAIN)).isEqualTo("NAME\na [31mb c\n");
    }

    @Test
    void what_would_command_a_terminal_is_a_blank() {
        var name = "a\u001b[31mb\u009bc\u202ed\n\te";
        assertThat(Table.of("NAME").row(name).render(Style.PLAIN)).isEqualTo("NAME\na [31mb c d e\n");
        var tree = Tree.of();
        tree.add(name);
        assertThat(tree.render(Style.PLAIN)).isEqualTo("a [31mb c d e\n");
    }
}
