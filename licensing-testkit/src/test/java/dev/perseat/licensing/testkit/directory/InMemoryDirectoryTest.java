package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;

class InMemoryDirectoryTest extends DirectoryContract {
    @Override
    protected Directory directory(TenantSnapshot content) {
        return InMemoryDirectory.of(content);
    }

    @Override
    protected Directory unreadable(TenantSnapshot content) {
        return FailingDirectory.after(5, InMemoryDirectory.of(content));
    }
}
