package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.directory.ChangeTrackingDirectory;
import java.util.Optional;

/** A directory that tells the changes that another one tells, but for what a subclass breaks. */
class TrackingDirectory extends DelegatingDirectory implements ChangeTrackingDirectory {
    final ChangingDirectory changing;

    TrackingDirectory(ChangingDirectory changing) {
        super(changing);
        this.changing = changing;
    }

    @Override
    public String token() {
        return changing.token();
    }

    @Override
    public Optional<Delta> changesSince(String token) {
        return changing.changesSince(token);
    }
}
