package dev.perseat.licensing.msgraph;

/** The files of an export, in the order in which they are read. */
enum GraphFile {
    ORGANIZATION("organization.json"),
    SUBSCRIBED_SKUS("subscribedSkus.json"),
    GROUPS("groups.json"),
    USERS("users.json"),
    MEMBERS("members.json");

    private final String fileName;

    GraphFile(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }
}
