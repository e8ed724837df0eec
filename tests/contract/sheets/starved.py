"""The helper with hardly any memory."""

from adapters.sheets import helper

if __name__ == "__main__":
    helper.MEMORY = 8 * 1024**2
    helper.main()
