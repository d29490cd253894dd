package dev.perseat.licensing.model;

import java.util.Optional;

/**
 * The country in which a user uses licences: an ISO 3166-1 alpha-2 code in capitals.
 *
 * <p>The list of codes is the library's own, so that it does not vary with the version of Java.
 *
 * @param countryCode an officially assigned code, such as {@code "NO"}
 * @since 0.1
 */
public record UsageLocation(String countryCode) implements Comparable<UsageLocation> {
    /** The 249 codes officially assigned in ISO 3166-1, in order. */
    private static final String CODES =
            "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO "
                    + "BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE "
                    + "EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT "
                    + "HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU "
                    + "LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR "
                    + "NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM "
                    + "SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG "
                    + "VI VN VU WF WS YE YT ZA ZM ZW";

    /**
     * Checks the code.
     *
     * @param countryCode the code
     * @throws IllegalArgumentException if it is not an officially assigned ISO 3166-1 alpha-2 code in capitals
     */
    public UsageLocation {
        if (!isAssigned(countryCode)) {
            throw new IllegalArgumentException(
                    "country code '" + countryCode + "' is not in ISO 3166-1 alpha-2. Maybe it is in small letters?");
        }
    }

    /**
     * Returns the location of a country.
     *
     * @param countryCode the code, such as {@code "NO"}
     * @return the location
     * @throws IllegalArgumentException if it is not an officially assigned ISO 3166-1 alpha-2 code in capitals
     */
    public static UsageLocation of(String countryCode) {
        return new UsageLocation(countryCode);
    }

    /**
     * Returns the location of a country if there is one with this code: for adapters, which collect problems instead of
     * stopping at the first.
     *
     * @param countryCode any text
     * @return the location, or empty if the text is not an officially assigned ISO 3166-1 alpha-2 code in capitals
     */
    public static Optional<UsageLocation> find(String countryCode) {
        return isAssigned(countryCode) ? Optional.of(new UsageLocation(countryCode)) : Optional.empty();
    }

    private static boolean isAssigned(String code) {
        return code.length() == 2 && code.indexOf(' ') < 0 && CODES.contains(code);
    }

    /** Compares by country code. */
    @Override
    public int compareTo(UsageLocation other) {
        return countryCode.compareTo(other.countryCode);
    }

    /** Returns the country code, so that {@code of(location.toString())} is the location again. */
    @Override
    public String toString() {
        return countryCode;
    }
}
