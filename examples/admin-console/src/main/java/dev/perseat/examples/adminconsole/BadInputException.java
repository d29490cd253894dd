package dev.perseat.examples.adminconsole;

/** What was typed cannot be done; the message says why, in one line. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }
}
