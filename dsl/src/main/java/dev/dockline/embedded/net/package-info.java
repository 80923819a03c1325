/** Connections between containers, in this process alone, and the host's ports that lead to them. */
package dev.dockline.embedded.net;
