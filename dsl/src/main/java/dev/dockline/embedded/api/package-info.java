/**
 * Docker's HTTP API: routes, JSON in and out, streams. {@link dev.dockline.embedded.api.Server} hands each request to a
 * thread of the engine, {@code Router} finds its handler, a handler answers with a {@code Reply}.
 */
package dev.dockline.embedded.api;
