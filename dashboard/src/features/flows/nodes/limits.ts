/** The domain's limits of flows (`domain/flows/limits.py`); those of messages are WhatsApp's. */
export const MAX_TEXT = 4096;
/** Of a text with buttons or a list, and of a caption. */
export const MAX_INTERACTIVE_TEXT = 1024;
export const MAX_BUTTONS = 3;
export const MAX_ROWS = 10;
export const MAX_SECTIONS = 10;
/** Of a button, and of the button that opens a list. */
export const MAX_BUTTON_TITLE = 20;
/** Of a row or a section of a list. */
export const MAX_ROW_TITLE = 24;
export const MAX_ROW_DESCRIPTION = 72;
/** Of a header or a footer. */
export const MAX_HEADER = 60;
export const MAX_BUTTON_ID = 256;
export const MAX_ROW_ID = 200;
export const MAX_CARDS = 257;
export const MAX_TEMPLATE_NAME = 512;

export const DEFAULT_RETRIES = 2;
export const MAX_RETRIES = 10;
export const MAX_WAIT_DAYS = 30;
export const MAX_WAIT_MINUTES = MAX_WAIT_DAYS * 24 * 60;
export const MAX_OUTCOME = 100;
export const MAX_LABEL = 200;
export const MAX_ACTIONS = 20;
export const MAX_ACTION_TEXT = 2000;
export const MAX_POINTS = 1000;
export const MAX_BRANCHES = 20;
export const MAX_WEIGHT = 1_000_000;
export const MAX_CALL_SECONDS = 30;
export const MAX_CALL_RETRIES = 5;
export const MAX_URL = 8 * 1024;
export const MAX_AI_TOKENS = 4096;
export const MAX_AI_HISTORY = 50;
export const MAX_AI_QUESTION = 8 * 1024;
export const MAX_EXPRESSION = 1000;
export const MAX_TEMPLATE = 16_384;
export const MAX_PATTERN = 512;
