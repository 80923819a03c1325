package dev.dockline.contract;

import static dev.dockline.Dockline.ALL;
import static dev.dockline.Dockline.FORCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.Containers;
import dev.dockline.error.SeveralFailed;
import dev.dockline.state.MountState;
import dev.dockline.state.NetworkState;
import dev.dockline.state.VolumeState;
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
        assertThat(ours().using(docker.image("training/webapp:latest"))).hasSize(2);
        assertThat(ours().on(docker.network("bridge"))).hasSize(1);
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

    @Test
    void a_prune_takes_what_is_stopped_and_keeps_what_runs_and_the_volumes() {
        idle("web").run();
        idle("spare").volume("/data").create();
        var anonymous = docker.container(name("spare")).mounts().get(0).name();
        assertThat(ours().prune()).hasSize(1);
        assertThat(ours()).hasSize(1);
        assertThat(volumeNames()).contains(anonymous);
    }

    @Test
    void a_prune_of_volumes_never_takes_a_named_one_unless_asked() {
        var data = docker.volume(name("data")).create();
        var held = docker.volume(name("held")).create();
        idle("spare").volume(held, "/held").volume("/scratch").create();
        var anonymous = docker.container(name("spare")).mounts().stream()
                .map(MountState::name)
                .filter(name -> !name.equals(held.name()))
                .findFirst()
                .orElseThrow();
        assertThat(docker.volumes().named(anonymous).prune()).isEmpty();
        docker.container(name("spare")).remove();
        idle("spare").volume(held, "/held").create();
        assertThat(docker.volumes().named(anonymous).prune()).hasSize(1);
        assertThat(volumeNames()).doesNotContain(anonymous);
        assertThat(docker.volumes().named("*" + name("")).prune()).isEmpty();
        assertThat(volumeNames()).contains(data.name(), held.name());
        assertThat(docker.volumes().named("*" + name("")).prune(ALL).states())
                .extracting(VolumeState::name)
                .containsExactly(data.name());
        assertThat(volumeNames()).contains(held.name());
    }

    @Test
    void a_prune_of_networks_keeps_those_of_stopped_containers() {
        docker.network(name("empty")).create();
        var lab = docker.network(name("lab")).create();
        idle("spare").network(lab).create();
        assertThat(docker.networks().named("*" + name("")).prune().states())
                .extracting(NetworkState::name)
                .containsExactly(name("empty"));
        assertThat(docker.networks().named(lab.name())).hasSize(1);
        docker.container(name("spare")).remove();
    }
}
