package dev.perseat.examples.tenantreport;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option that takes a whole number from 1 to {@value #MOST}. */
final class ThreadCount implements ITypeConverter<Integer> {
    private static final int MOST = 256;

    @Override
    public Integer convert(String word) {
        try {
            int threads = Integer.parseInt(word);
            if (threads >= 1 && threads <= MOST) {
                return threads;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of bounds
        }
        throw new TypeConversionException("'" + word + "' is not a whole number from 1 to " + MOST);
    }
}
