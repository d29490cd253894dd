/**
 * A console in which an administrator looks at licences, assigns them, watches and looks up who changed what: begin with
 * {@link dev.perseat.examples.adminconsole.AdminConsole}. How an application uses the service is in {@code Workplace} (opens
 * it), {@code Questions}, {@code Requests} and {@code Follower}; the rest is text in and text out.
 */
@NullMarked
package dev.perseat.examples.adminconsole;

import org.jspecify.annotations.NullMarked;
