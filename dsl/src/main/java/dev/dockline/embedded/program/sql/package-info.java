/**
 * A database that speaks PostgreSQL's protocol, version 3, in front of H2, and the clients that come with it.
 * {@link dev.dockline.embedded.program.sql.Session} is what one client says and hears,
 * {@link dev.dockline.embedded.program.sql.Statement} decides which statements are accepted and rewrites them for H2, and
 * {@link dev.dockline.embedded.program.sql.Tables} alone opens the file. H2 is an optional library: what needs it fails to
 * load without it.
 */
package dev.dockline.embedded.program.sql;
