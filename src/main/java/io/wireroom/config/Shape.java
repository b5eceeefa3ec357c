package io.wireroom.config;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the config declares about its part of the file: its keys and rules, read from
 * its components and annotations. The reader, the JSON Schema and the reference page all walk it.
 */
record Shape(Class<?> type, List<Key> keys, List<Rule> rules) {

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return read(type);
        }
      };

  /** The shape of a record type. */
  static Shape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** The members of a sealed family, in the order they are declared. */
  static List<Class<?>> kinds(Class<?> family) {
    return List.of(family.getPermittedSubclasses());
  }

  /** The word that chooses a member of a sealed family. */
  static Kind kind(Class<?> member) {
    Kind kind = member.getAnnotation(Kind.class);
    if (kind == null) {
      throw new IllegalStateException(member + " has no @Kind");
    }
    return kind;
  }

  Optional<Key> key(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  /**
   * Makes the record.
   *
   * @throws IllegalArgumentException what the record says against these values together
   */
  Object make(List<@Nullable Object> values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw wrong;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Shape read(Class<?> type) {
    List<Key> keys = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      keys.add(Key.of(component));
    }
    return new Shape(type, List.copyOf(keys), List.of(type.getAnnotationsByType(Rule.class)));
  }

  /** Whether a key holds one value, a list of them, or a map from names to them. */
  enum Holder {
    ONE,
    LIST,
    MAP
  }

  /**
   * One key.
   *
   * @param type of the value, or of each value in the list or map
   * @param nullable whether the record takes null when the key isn't given
   */
  record Key(String name, Class<?> type, Holder holder, boolean nullable, Option option) {

    private static Key of(RecordComponent component) {
      Option option = component.getAnnotation(Option.class);
      if (option == null) {
        throw new IllegalStateException(component + " has no @Option");
      }
      Class<?> type = component.getType();
      Holder holder = Holder.ONE;
      if (component.getGenericType() instanceof ParameterizedType generic) {
        holder = type == List.class ? Holder.LIST : Holder.MAP;
        int last = generic.getActualTypeArguments().length - 1;
        type = (Class<?>) generic.getActualTypeArguments()[last];
      }
      // In a list or a map, a number is an object.
      type = MethodType.methodType(type).unwrap().returnType();
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      return new Key(kebab(component.getName()), type, holder, nullable, option);
    }

    /** Whether the value is a record: keys of its own, not one text. */
    boolean nested() {
      return (type.isRecord() && !Scalar.has(type)) || type.isSealed();
    }

    /** Whether the value is one text, not a list, a map or a record. */
    boolean single() {
      return holder == Holder.ONE && !nested();
    }

    /** Whether the file must give it. */
    boolean required() {
      return single() && !nullable && option.def().isEmpty();
    }

    boolean secret() {
      return type == Secret.class;
    }

    private static String kebab(String name) {
      return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
  }
}
