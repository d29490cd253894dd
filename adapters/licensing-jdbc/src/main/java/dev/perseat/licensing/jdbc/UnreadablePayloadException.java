package dev.perseat.licensing.jdbc;

/** What is stored cannot be read: it was damaged, or written by a later version of the library. */
final class UnreadablePayloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadablePayloadException(String message) {
        super(message);
    }

    UnreadablePayloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
