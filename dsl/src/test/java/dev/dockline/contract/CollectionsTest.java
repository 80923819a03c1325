package dev.dockline.contract;

import static dev.dockline.Dockline.FORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Containers;
import dev.dockline.error.SeveralFailed;
import org.junit.jupiter.api.Test;

/** Choosing among containers, and verbs over all that were chosen. */
class CollectionsTest extends EngineContract {
    private Containers ours() {
        return docker.containers().named("*" + name(""));
    }

    @Test
    void filters() {
        var data = docker.volume(name("data")).create();
        var lab = docker.network(name("lab")).create();
        var web = idle("web").volume(data, "/data").network(lab).run();
        idle("spare").create();
        assertThat(ours().running()).hasToString("[" + docker.container(web.name()) + "]");
        assertThat(ours().stopped()).hasSize(1);
        assertThat(ours().using(data)).hasSize(1);
        assertThat(ours().on(lab)).hasSize(1);
        assertThat(ours().using(docker.image("training/webapp"))).hasSize(2);
    }

    @Test
    void a_verb_over_all_tries_all_and_tells_each_failure() {
        var db = idle("db").run();
        idle("web").link(db, "db").run();
        idle("spare").create();
        assertThat(failure(() -> ours().remove(), SeveralFailed.class))
                .startsWith("Cannot remove 2 of 3 containers: Cannot remove container \"")
                .contains("Cannot remove container \"web\": it is running", "; ")
                .contains("Cannot remove container \"db\": it is running")
                .endsWith("\").remove(FORCE), or stop() first");
        assertThat(exists("spare")).isFalse();
        ours().kill();
        assertThat(ours().running()).isEmpty();
        ours().start();
        assertThat(ours().running()).hasSize(2);
        ours().pause();
        assertThat(ours().states()).allMatch(state -> state.status().equals("paused"));
        ours().unpause();
        ours().removeWithVolumes(FORCE);
        assertThat(ours()).isEmpty();
    }

    @Test
    void an_empty_choice_does_nothing() {
        assertThat(docker.containers().named("nobody").stop()).isEmpty();
    }

    @Test
    void what_is_linked_to_starts_before_what_links_to_it() {
        idle("db").run();
        idle("web1").link(name("db"), "db").run();
        idle("web2").link(name("db"), "db").link(name("web1"), "peer").run();
        ours().kill();
        ours().start();
        assertThat(ours().running()).hasSize(3);
    }
}
