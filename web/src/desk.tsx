import { Suspense } from "react";
import { Link, Route, Switch, useLocation, useRoute } from "wouter";
import { ActorsPage } from "./pages/actors.js";
import { AgendaPage } from "./pages/agenda.js";
import { CheckPage } from "./pages/check.js";
import { EventsPage } from "./pages/events.js";
import { FiguresPage } from "./pages/figures.js";
import { HomePage } from "./pages/home.js";
import { PositionsPage } from "./pages/positions.js";
import { SearchPage } from "./pages/search.js";
import { StatementsPage } from "./pages/statements.js";
import { StoryPage } from "./pages/story.js";
import { TimelinePage } from "./pages/timeline.js";
import { Help } from "./parts/help.js";
import { SearchBox } from "./parts/search-box.js";
import { ThemeSwitch } from "./parts/theme.js";

const PAGES = [
  { path: "/", name: "Desk", page: HomePage },
  { path: "/statements", name: "Statements", page: StatementsPage },
  { path: "/positions", name: "Positions", page: PositionsPage },
  { path: "/events", name: "Events", page: EventsPage },
  { path: "/timeline", name: "Timeline", page: TimelinePage },
  { path: "/figures", name: "Figures", page: FiguresPage },
  { path: "/agenda", name: "Agenda", page: AgendaPage },
  { path: "/actors", name: "Actors", page: ActorsPage },
  { path: "/check", name: "Check", page: CheckPage },
] as const;

/** The whole app: a header with the pages and the one search box, and the page that the URL names. */
export function Desk() {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="top">
        <Link href="/" className="brand">
          <img src="/icon.svg" alt="" width={22} height={22} /> onrecord
        </Link>
        <nav aria-label="Pages">
          {PAGES.map(({ path, name }) => (
            <PageLink key={path} path={path} name={name} />
          ))}
        </nav>
        <SearchBox />
        <ThemeSwitch />
        <Help />
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense>
          <Switch>
            {PAGES.map(({ path, page }) => (
              <Route key={path} path={path} component={page} />
            ))}
            <Route path="/search" component={SearchPage} />
            <Route path="/story/:story" component={StoryPage} />
            <Route>
              <NotThere />
            </Route>
          </Switch>
        </Suspense>
      </main>
    </>
  );
}

function PageLink({ path, name }: { readonly path: string; readonly name: string }) {
  const [here] = useRoute(path);
  return (
    <Link href={path} aria-current={here ? "page" : undefined}>
      {name}
    </Link>
  );
}

function NotThere() {
  const [path] = useLocation();
  return (
    <section className="page">
      <h1>There is no page here</h1>
      <p>
        Nothing is at <code>{path}</code>. The <Link href="/">desk</Link> is a good place to begin.
      </p>
    </section>
  );
}
