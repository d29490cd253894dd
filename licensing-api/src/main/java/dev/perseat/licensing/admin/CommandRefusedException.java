package dev.perseat.licensing.admin;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A command was refused. It names every reason found, not only the first; nothing was stored but the refusal itself.
 *
 * @since 0.1
 */
public final class CommandRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<Refusal> refusals;

    /**
     * Makes an exception of reasons.
     *
     * @param activity what would have been done
     * @param refusals why not, in an order that is always the same
     * @throws IllegalArgumentException if there is no reason
     */
    public CommandRefusedException(Activity activity, List<Refusal> refusals) {
        super(message(activity, refusals));
        this.refusals = List.copyOf(refusals);
    }

    private static String message(Activity activity, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            throw new IllegalArgumentException("a refusal without a reason");
        }
        String more = refusals.size() > SHOWN ? "; and " + (refusals.size() - SHOWN) + " more" : "";
        return activity.title() + " is refused: "
                + refusals.stream().limit(SHOWN).map(Refusal::message).collect(Collectors.joining("; ")) + more;
    }

    /**
     * Returns every reason.
     *
     * @return the reasons; unmodifiable, never empty
     */
    public List<Refusal> refusals() {
        return refusals;
    }
}
