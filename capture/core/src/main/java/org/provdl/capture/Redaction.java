package org.provdl.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of command lines and addresses before they are kept anywhere. Where it cannot
 * tell, it takes out too much: a fact that is lost is better than a password that is told.
 *
 * <p>Goes by names ({@code --api-key=...}, {@code -Ddb.password=...}, {@code token: ...}), by the
 * place in an address ({@code https://ada:...@example.org}), by the scheme of an {@code
 * Authorization} header, and by the shape of well-known tokens. A secret that none of these gives
 * away, such as a password that stands alone, is not found.
 */
final class Redaction {

  /** What stands in the place of a secret. */
  static final String REDACTED = "[redacted]";

  /** Longer text is cut off: it tells nobody anything, and a hostile one would take long. */
  static final int MAX_LENGTH = 8_192;

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "passw|passphrase|passcode|pwd|secret|credential|authori[sz]ation|bearer|cookie|signature"
              + "|(?<!\\b(max|min|num|new) )token(?!i[sz]|s? (per|count|limit)\\b)"
              + "|\\b(pass|auth|pat|sas|sig)\\d*\\b|(\\b|[a-z])keys?\\d*\\b(?! (size|dim)\\b)");

  /** Between two words of a name: {@code api-key}, {@code apiKey}, {@code API_KEY}. */
  private static final Pattern WORD_END =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  /** An argument that is one value with its name. */
  private static final List<Pattern> WHOLE =
      List.of(
          Pattern.compile("([^=\\s]++)(=)(.+)", Pattern.DOTALL),
          Pattern.compile("([\\w.-]++)(\\s*+:\\s*+)(.+)", Pattern.DOTALL));

  private static final Pattern OPTION = Pattern.compile("(?:-(?![DX])|--)([^\\s=:]++)");

  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)(authorization\\s*:\\s*)?(bearer|basic)|authorization\\s*:");

  /** A name before its value, or an option in a whole line, such as a shell is given. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\w.$-])([\\w.$-]++)\\\\*+[\"']?\\s*+[=:]\\s*+"
              + "|(?<![^\\s\"'])(?:-(?![DX])|--)([^\\s=:]++)\\s++");

  private static final Pattern WORD = Pattern.compile("\"[^\"]*+\"|'[^']*+'|\\S++");

  /** A separator may belong to a password, unless the text ends or another name follows it. */
  private static final String NEXT =
      "[\\s\"'\\\\{},;&\\]]*+(?:--?\\w|[\\w.$-]++[\"'\\\\]*+\\s*+[=:]|$)";

  private static final Pattern VALUE =
      Pattern.compile(
          "\\[redacted]|\"(?:\\\\.|[^\"\\\\])*+\"|'[^']*+'|\\\\++\"(?:[^\"\\\\]|\\\\++[^\"\\\\])*+\\\\++\""
              + "|(?:[^\\s&;,}\\]]|[\\s&;,}\\]](?!"
              + NEXT
              + "))++");

  private static final Pattern SCHEME =
      Pattern.compile(
          "(?i)\\b(bearer|negotiate|digest)\\s++\\S++|\\b(basic)\\s++[a-z0-9+/=_-]{4,}+");

  private static final Pattern ADDRESS_USER = Pattern.compile("(?<=//)[^\\s/?#]*@");

  /** {@code user:password@host}, also where the password holds a slash or an at sign. */
  private static final Pattern USER_AND_PASSWORD =
      Pattern.compile("(?<![^\\s:/@=,;\"'])[^\\s:/@]++:(?!//)\\S*@");

  private static final Pattern TOKEN =
      Pattern.compile(
          "-----BEGIN(?s:.*)|(?<![\\w-])(gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|AKIA|ASIA|AIza|sk-|hf_|eyJ)[\\w.=+/-]{8,}+");

  private Redaction() {}

  /**
   * The arguments of a command, where an option's value may be an argument of its own ({@code
   * --password ...}).
   */
  static List<String> arguments(List<String> arguments) {
    List<String> told = new ArrayList<>();
    boolean secret = false;
    for (String argument : arguments) {
      told.add(secret ? REDACTED : argument(argument));
      secret = announcesSecret(argument.strip());
    }
    return told;
  }

  private static boolean announcesSecret(String argument) {
    Matcher option = OPTION.matcher(argument);
    return (option.matches() && isSecret(option.group(1)))
        || AUTHORIZATION.matcher(argument).matches();
  }

  private static String argument(String argument) {
    for (Pattern form : WHOLE) {
      Matcher whole = form.matcher(argument);
      if (whole.matches() && isSecret(whole.group(1))) {
        return text(whole.group(1)) + whole.group(2) + REDACTED;
      }
    }
    return text(argument);
  }

  /** Any text, such as an address. */
  static String text(String text) {
    String told = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    told = TOKEN.matcher(told).replaceAll(REDACTED);
    told = ADDRESS_USER.matcher(told).replaceAll(REDACTED + "@");
    told = USER_AND_PASSWORD.matcher(told).replaceAll(REDACTED + "@");
    told = SCHEME.matcher(told).replaceAll(found -> scheme(found) + " " + REDACTED);
    return withoutSecretValues(told);
  }

  private static String scheme(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  /** A value may itself hold names and values, so that only those of secrets are passed over. */
  private static String withoutSecretValues(String text) {
    StringBuilder told = new StringBuilder();
    Matcher name = NAME.matcher(text);
    Matcher named = VALUE.matcher(text);
    Matcher word = WORD.matcher(text);
    int end = 0;
    while (name.find(end)) {
      told.append(text, end, name.end());
      end = name.end();
      boolean option = name.group(1) == null;
      Matcher value = option ? word : named;
      if (isSecret(name.group(option ? 2 : 1)) && value.region(end, text.length()).lookingAt()) {
        told.append(REDACTED);
        end = value.end();
      }
    }
    return told.append(text, end, text.length()).toString();
  }

  private static boolean isSecret(String name) {
    return SECRET_NAME
        .matcher(String.join(" ", WORD_END.split(name)).toLowerCase(Locale.ROOT))
        .find();
  }
}
