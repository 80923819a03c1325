/**
 * A container engine inside this process, for where there is no Docker: it answers Docker's HTTP API as Docker 28.5 does
 * and says plainly what it does not do.
 *
 * <p>A request enters through {@code api}, which parses it and finds its route. {@code model} decides: names, links,
 * volumes, networks, states, events. {@code runtime} joins the model with what it stands for: {@code fs} (files),
 * {@code net} (connections and published ports), {@code program} (the shell, the tools and the servers). {@code image} holds
 * what containers are made from, {@code io} the pipes and threads under all of it.
 */
package dev.dockline.embedded;
