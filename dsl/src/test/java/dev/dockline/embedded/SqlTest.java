package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SQL that is accepted, and what is said of other. */
class SqlTest extends DatabaseStory {
    @Test
    void rows_are_inserted_changed_and_found() throws Exception {
        run("create table people (id serial primary key, name text not null, born date)");
        try (var insert = jdbc.prepareStatement("insert into people (name, born) values (?, ?)")) {
            for (var name : List.of("Ada", "Grace", "漢字")) {
                insert.setString(1, name);
                insert.setObject(2, LocalDate.of(1815, 12, 10));
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
        }
        assertThat(rows("select id, name, born from people where name <> ? order by id", "Grace"))
                .containsExactly("1|Ada|1815-12-10", "3|漢字|1815-12-10");
        run("update people set name = 'Lovelace' where id = 1");
        run("delete from people where id = 2");
        assertThat(rows("select count(*), max(name) from people")).containsExactly("2|漢字");
        assertThat(rows("insert into people (name) values ('Alan') returning id, upper(name)"))
                .containsExactly("4|ALAN");
        assertThat(rows("delete from people where id = 4 returning name")).containsExactly("Alan");
    }

    @Test
    void values_of_all_types_come_back() throws Exception {
        run(
                "create table kinds (b boolean, s smallint, i int, l bigint, r real, d double precision, n numeric(12, 3),"
                        + " c char(3), v varchar(10), t text, y bytea, da date, ts timestamp, tz timestamptz, u uuid, j jsonb)");
        var uuid = UUID.randomUUID();
        var when = LocalDateTime.of(2026, 11, 28, 1, 2, 3, 456_000_000);
        for (var round = 0; round < 8; round++) {
            try (var insert = jdbc.prepareStatement(
                    "insert into kinds (b, s, i, l, r, d, n, c, v, t, y, da, ts, u) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                var values = new Object[] {
                    true,
                    (short) 7,
                    42,
                    1L << 40,
                    1.5f,
                    0.1,
                    new BigDecimal("-12345.678"),
                    "abc",
                    "var",
                    "text",
                    new byte[] {0, 1, -1},
                    LocalDate.of(2000, 2, 29),
                    when,
                    uuid
                };
                for (var i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
                insert.executeUpdate();
            }
        }
        try (var select = jdbc.prepareStatement("select * from kinds")) {
            // From the fifth time on the driver asks for values as bytes.
            for (var round = 0; round < 8; round++) {
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        assertThat(rows.getBoolean("b")).isTrue();
                        assertThat(rows.getShort("s")).isEqualTo((short) 7);
                        assertThat(rows.getInt("i")).isEqualTo(42);
                        assertThat(rows.getLong("l")).isEqualTo(1L << 40);
                        assertThat(rows.getFloat("r")).isEqualTo(1.5f);
                        assertThat(rows.getDouble("d")).isEqualTo(0.1);
                        assertThat(rows.getBigDecimal("n")).isEqualTo(new BigDecimal("-12345.678"));
                        assertThat(rows.getString("c") + rows.getString("v") + rows.getString("t"))
                                .isEqualTo("abcvartext");
                        assertThat(rows.getBytes("y")).containsExactly(0, 1, -1);
                        assertThat(rows.getObject("da", LocalDate.class)).isEqualTo(LocalDate.of(2000, 2, 29));
                        assertThat(rows.getObject("ts", LocalDateTime.class)).isEqualTo(when);
                        assertThat(rows.getObject("u")).isEqualTo(uuid);
                        assertThat(rows.getObject("j")).isNull();
                    }
                }
            }
        }
        run("update kinds set tz = '2026-11-28 01:02:03+02', j = '{\"a\": 1}' format json");
        assertThat(rows("select distinct tz at time zone 'UTC', j from kinds").get(0))
                .startsWith("2026-11-27 23:02:03");
        assertThat(rows("select 1.5::float, 1e20::float, 1e-7::float, 100::float, true, 1::numeric(5, 2), null"))
                .containsExactly("1.5|1e+20|1e-07|100|t|1.00|null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            select * from nosuch; 42P01; relation "nosuch" does not exist
            select nosuch from t; 42703; column "nosuch" does not exist
            selec 1; 42601; syntax error at or near "selec"
            select 1 frm t where; 42601; syntax error at
            insert into t values (1); 23505; duplicate key value violates unique constraint
            insert into t values (null); 23502; null value in column "id" violates not-null constraint
            create table t (a int); 42P07; relation "t" already exists
            select 1 / 0; 22012; division by zero
            select 'x'::int; 22P02; invalid input syntax
            select nosuch(1); 42883; function nosuch does not exist
            create table s.t (a int); 3F000; schema "s" does not exist
            copy t from '/etc/passwd'; 0A000; COPY is not supported by the embedded engine""")
    void what_is_wrong_is_told_as_postgresql_tells_it(String sql, String state, String message) throws Exception {
        run("create table t (id int primary key); insert into t values (1)");
        assertThatThrownBy(() -> run(sql)).isInstanceOfSatisfying(SQLException.class, e -> {
            assertThat(e.getSQLState()).isEqualTo(state);
            assertThat(e.getMessage()).contains(message);
        });
        assertThat(rows("select count(*) from t")).containsExactly("1");
    }

    @Test
    void a_transaction_is_kept_or_not_at_all() throws Exception {
        run("create table t (id int primary key)");
        jdbc.setAutoCommit(false);
        run("insert into t values (1)");
        jdbc.commit();
        run("insert into t values (2)");
        assertThatThrownBy(() -> run("insert into t values (1)")).hasMessageContaining("duplicate key");
        assertThatThrownBy(() -> run("select 1")).hasMessageContaining("current transaction is aborted");
        jdbc.rollback();
        run("insert into t values (3)");
        var before = jdbc.setSavepoint();
        run("insert into t values (4)");
        jdbc.rollback(before);
        jdbc.commit();
        jdbc.setAutoCommit(true);
        assertThat(rows("select id from t order by id")).containsExactly("1", "3");
        assertThatThrownBy(() -> run("insert into t values (5); insert into t values (1)"))
                .hasMessageContaining("duplicate");
        assertThat(rows("select count(*) from t")).containsExactly("2");
    }

    @Test
    void rows_are_fetched_in_parts() throws Exception {
        jdbc.setAutoCommit(false);
        try (var statement = jdbc.createStatement()) {
            statement.setFetchSize(100);
            var sum = 0L;
            try (var rows = statement.executeQuery("select n from generate_series(1, 10000) n")) {
                while (rows.next()) sum += rows.getInt(1);
            }
            assertThat(sum).isEqualTo(50_005_000);
        }
    }

    @Test
    void a_statement_is_cancelled() throws Exception {
        try (var statement = jdbc.createStatement()) {
            var running = CompletableFuture.supplyAsync(() -> {
                try {
                    statement.execute(
                            "select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b");
                    return "done";
                } catch (SQLException e) {
                    return e.getSQLState() + " " + e.getMessage();
                }
            });
            Thread.sleep(500);
            statement.cancel();
            assertThat(running.get(10, java.util.concurrent.TimeUnit.SECONDS))
                    .isEqualTo("57014 ERROR: canceling statement due to user request");
        }
        assertThat(rows("select 1")).containsExactly("1");
    }

    @Test
    void the_sql_of_the_page_is_accepted() throws Exception {
        for (var sql : List.of(
                "create schema s",
                "create table s.t (id bigserial primary key, name text, at timestamptz default now(), j jsonb, u uuid, b bytea)",
                "create temp table scratch (n int)",
                "create index by_name on s.t (name)",
                "create view s.names as select name from s.t",
                "create sequence s.numbers start with 10",
                "create domain positive as int check (value > 0)",
                "comment on table s.t is 'what it is'",
                "insert into s.t (id, name) values (1, 'a'), (2, 'b') on conflict do nothing",
                "insert into s.t (id, name) values (1, 'again') on conflict do nothing",
                "update s.t set name = upper(name) where id = 1 returning name",
                "with few as (select * from s.t where id < 3) select count(*) from few",
                "values (1, 'x'), (2, 'y')",
                "table s.t",
                "explain select * from s.t",
                "select n::text, n::int + 1 from generate_series(1, 3) as n",
                "select e.name from s.t e join s.names n on n.name = e.name order by 1 limit 1 offset 0",
                "select nextval('s.numbers'), current_user, current_database(), version()",
                "alter table s.t add column more int default 0",
                "alter table s.t rename column more to less",
                "truncate s.t",
                "set search_path to s",
                "select * from t",
                "show search_path",
                "set time zone 'Europe/Berlin'",
                "show time zone",
                "reset search_path",
                "begin; insert into s.t (id) values (5); savepoint p; delete from s.t; rollback to p; commit",
                "drop view s.names",
                "drop table s.t",
                "drop sequence s.numbers",
                "drop schema s",
                "vacuum",
                "-- only a comment",
                "select E'a\\n', $$it's$$, /* so /* nested */ */ 'b'")) {
            run(sql);
        }
        assertThat(rows("select E'a\\tb' || $x$c$x$")).containsExactly("a\tbc");
    }
}
