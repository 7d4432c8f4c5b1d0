// What a page shows after an answer is waited for as long as a busy machine may need, not the library's one second.
import { configure } from "@testing-library/react";

configure({ asyncUtilTimeout: 15_000 });
