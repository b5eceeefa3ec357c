package io.wireroom.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one key of the config file, on the record component that holds its value. The key's name
 * is the component's name in kebab-case, its type the component's type. The reader, the JSON Schema
 * for editors and the reference page are all made from this one declaration.
 *
 * <p>A key must be given unless it has a default, may be null, or holds a list, a map or a record.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {

  /** What the key is for; one or two sentences, Markdown. */
  String value();

  /** The value when the key isn't given, written as in the file; items of a list with commas. */
  String def() default "";

  /** A value that works, as it would be written in the file. */
  String example() default "";

  /** What a text must look like, over and above its type. */
  Format format() default Format.TEXT;

  /** What the names in a map of names and values must look like. */
  Format names() default Format.HEADER_NAME;

  /** The least whole number allowed. */
  long min() default 0;

  /** The greatest whole number allowed. */
  long max() default Integer.MAX_VALUE;

  /** Whether two entries of the same list may not have the same value here. */
  boolean unique() default false;

  /** The unique key that must have this value in some entry, such as {@code destinations[].id}. */
  String refersTo() default "";
}
