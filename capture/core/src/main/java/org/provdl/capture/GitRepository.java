package org.provdl.capture;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what {@link SourceCode} holds from a Git repository, changing nothing in it. */
final class GitRepository {

  private static final Logger LOG = LoggerFactory.getLogger(GitRepository.class);

  private final File gitDirectory;

  private GitRepository(File gitDirectory) {
    this.gitDirectory = gitDirectory;
  }

  /** The repository that a directory lies in. */
  static Optional<GitRepository> find(Path directory) {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().findGitDir(directory.toAbsolutePath().toFile());
    return Optional.ofNullable(builder.getGitDir()).map(GitRepository::new);
  }

  /**
   * Null where the repository has no commit or cannot be read: a run without this fact is better
   * than none.
   */
  @Nullable SourceCode describe() {
    try (Repository repository = new FileRepositoryBuilder().setGitDir(gitDirectory).build();
        Git git = new Git(repository)) {
      ObjectId head = repository.resolve("HEAD");
      if (head == null) {
        return null;
      }
      String commit = head.name();
      String branch = repository.getBranch();
      Status status = git.status().call();
      return new SourceCode(
          commit,
          commit.equals(branch) ? null : branch,
          remote(repository),
          !status.isClean(),
          status.isClean()
              ? null
              : new WorkingTreeDifference(repository.getWorkTree().toPath(), status).sha256());
    } catch (IOException | GitAPIException | RuntimeException e) {
      LOG.warn(
          "The Git repository {} could not be read; its commit is not captured: {}",
          gitDirectory,
          e.toString());
      return null;
    }
  }

  private static @Nullable String remote(Repository repository) {
    String address = repository.getConfig().getString("remote", "origin", "url");
    if (address == null) {
      return null;
    }
    try {
      String withoutUser = new URIish(address).setUser(null).setPass(null).toString();
      return Redaction.text(withoutUser); // an address may hold a password elsewhere too
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
