/** What an engine knows, kept in a folder from one session to the next. */
package dev.dockline.embedded.state;
