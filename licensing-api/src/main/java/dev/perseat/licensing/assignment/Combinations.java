package dev.perseat.licensing.assignment;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers combinations of held licences in the order in which they are first seen; equal ones have the same number,
 * whatever the order of their licences.
 *
 * <p>The hash code of a licence is that of all its plans, so licences are numbered too, and a combination is looked for
 * by the numbers of its licences. Lists and licences seen first are also known by identity: who shares them pays for
 * each once. Copies are not remembered, so that memory grows only with what is different.
 */
final class Combinations {
    private final List<List<HeldLicense>> lists = new ArrayList<>();
    private final List<int[]> licensesOf = new ArrayList<>();
    private final List<HeldLicense> licenses = new ArrayList<>();
    private final IdentityHashMap<List<HeldLicense>, Integer> numberOfList = new IdentityHashMap<>();
    private final Map<IntBuffer, Integer> numberOfLicenses = new HashMap<>();
    private final IdentityHashMap<HeldLicense, Integer> licenseByIdentity = new IdentityHashMap<>();
    private final Map<HeldLicense, Integer> licenseByContent = new HashMap<>();

    int size() {
        return lists.size();
    }

    /** Returns the licences of a combination by source and SKU, unmodifiable. */
    List<HeldLicense> get(int number) {
        return lists.get(number);
    }

    /** Returns the numbers of the licences of a combination; not to be written to. */
    int[] licensesOf(int number) {
        return licensesOf.get(number);
    }

    /** Returns how many different licences there are. */
    int licenseCount() {
        return licenses.size();
    }

    HeldLicense license(int number) {
        return licenses.get(number);
    }

    /** Returns the number of a combination, giving it the next one if it is new. */
    int add(List<HeldLicense> held) {
        Integer known = numberOfList.get(held);
        return known != null ? known : addByContent(held);
    }

    private int addByContent(List<HeldLicense> held) {
        List<HeldLicense> sorted = sorted(held);
        int[] numbers = new int[sorted.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = licenseNumber(sorted.get(i));
        }
        Integer known = numberOfLicenses.putIfAbsent(IntBuffer.wrap(numbers), lists.size());
        if (known != null) {
            return known;
        }
        lists.add(sorted);
        licensesOf.add(numbers);
        numberOfList.put(sorted, lists.size() - 1);
        return lists.size() - 1;
    }

    /** Returns the list itself if it is unmodifiable and in order. */
    private static List<HeldLicense> sorted(List<HeldLicense> held) {
        List<HeldLicense> copy = List.copyOf(held);
        for (int i = 1; i < copy.size(); i++) {
            if (copy.get(i - 1).compareTo(copy.get(i)) > 0) {
                HeldLicense[] array = copy.toArray(new HeldLicense[0]);
                Arrays.sort(array);
                return List.of(array);
            }
        }
        return copy;
    }

    private int licenseNumber(HeldLicense license) {
        Integer known = licenseByIdentity.get(license);
        if (known == null) {
            known = licenseByContent.get(license);
        }
        if (known == null) {
            known = licenses.size();
            licenses.add(license);
            licenseByContent.put(license, known);
            licenseByIdentity.put(license, known);
        }
        return known;
    }
}
