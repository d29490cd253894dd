package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import java.util.ArrayList;
import java.util.List;

/** The audit trail of a tenant: it only grows, and a reader sees it as it was when the reading began. */
final class AuditTrail {
    private static final int PIECE = 1_024;

    private final List<AuditRecord> records = new ArrayList<>();

    synchronized AuditRecord add(AuditEntry entry) {
        AuditRecord added = new AuditRecord(records.size() + 1L, entry);
        records.add(added);
        return added;
    }

    synchronized int size() {
        return records.size();
    }

    /**
     * Looks through the first so many records. In pieces, so that who writes need not wait for who searches.
     *
     * @param end how many records the reader may see: a number that {@link #size()} gave between two commits
     */
    List<AuditRecord> find(AuditQuery query, long afterSequence, int limit, int end) {
        List<AuditRecord> found = new ArrayList<>();
        for (int from = (int) Math.min(afterSequence, end); from < end && found.size() < limit; from += PIECE) {
            piece(from, Math.min(end, from + PIECE)).stream()
                    .filter(candidate -> query.matches(candidate.entry()))
                    .limit(limit - found.size())
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private synchronized List<AuditRecord> piece(int from, int to) {
        return List.copyOf(records.subList(from, to));
    }
}
